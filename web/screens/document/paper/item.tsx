import type { LayoutItem } from '../../../../src/templates/layout/layout.ts';
import { Choice } from './choice.tsx';
import { EntriesItem } from './entries-item.tsx';
import style from './item.module.css';
import { ProseItem } from './prose-item.tsx';
import { SignedRows } from './signed-rows.tsx';

/** One thing of a section with this heading; fields stand in `FieldRows`. */
export function Item({ item, heading }: { item: LayoutItem; heading: string }) {
  switch (item.kind) {
    case 'prose':
      return <ProseItem path={item.path} label={item.label} heading={heading} />;
    case 'entries':
      // Nobody fills in a signature: it is given.
      if (item.collection === 'signoffs') return <SignedRows />;
      return <EntriesItem item={item} heading={heading} />;
    case 'choice':
      return <Choice item={item} />;
    case 'note':
      return <p className={style.note}>{item.text}</p>;
    case 'label':
      return <p className={style.label}>{item.text}</p>;
    case 'rule':
      return <hr className={style.rule} />;
    case 'field':
      return null;
  }
}
