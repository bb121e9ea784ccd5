import { useMemo } from 'react';
import { rowKeyOf } from '../../../editors/saving/entry-ids.ts';
import { Formatted } from '../../../editors/prose/index.ts';
import { fieldName } from '../../../parts/field-name.ts';
import { words } from '../../../words/index.ts';
import { useLitEntries } from '../lit.ts';
import { Entries, FieldEditor } from '../quiet-editors.ts';
import { entriesAt, useEntries, useField } from '../record-at.ts';
import { useDocument, useSheet } from '../shown.ts';
import { columnsFor, groupLeft, keysOf, type LeftList } from './left-columns.ts';
import { ProseItem } from './prose-item.tsx';
import style from './section.module.css';
import rows from './field-rows.module.css';

const noFilter: [] = [];

/** What the record holds and the template has no place for: nothing is hidden by another shape. */
export function Also() {
  const { left } = useDocument();
  if (left().length === 0) return null;
  const { fields, collections, sections } = groupLeft(left());
  return (
    <section id="also" className={style.section} data-section="also" tabIndex={-1}>
      <h2 className={style.heading}>{words.document.also}</h2>
      <p className={style.hint}>{words.document.alsoHint}</p>
      {fields.length === 0 ? null : (
        <dl className={rows.one}>
          {fields.map((whole) => (
            <LeftField key={whole} whole={whole} />
          ))}
        </dl>
      )}
      {collections.map((left) => (
        <LeftEntries key={left.collection} {...left} />
      ))}
      {sections ? <OwnSections /> : null}
    </section>
  );
}

function LeftField({ whole }: { whole: string }) {
  const { incident, readOnly } = useSheet();
  const { part, path, value, version } = useField(whole);
  const label = fieldName(whole);
  // Only prose has several lines.
  const isProse = typeof value === 'string' && value.includes('\n');
  return (
    <div className={rows.row} data-path={whole}>
      <dt>{label}</dt>
      <dd>
        {isProse ? (
          <ProseItem path={whole} label={label} quiet />
        ) : (
          <FieldEditor incident={incident} {...{ part, path, label, value, version, readOnly }} kind="line" />
        )}
      </dd>
    </div>
  );
}

/** Entries of a list that the template has no place for. */
function LeftEntries({ collection, indexes }: LeftList) {
  const { shown } = useDocument();
  const { incident, readOnly } = useSheet();
  const highlighted = useLitEntries(collection);
  const all = useEntries(collection);
  // Which have no place is known a moment later than what they say: by then others may stand at these indexes.
  const entries = useMemo(() => {
    const own = new Set(entriesAt(shown, collection, indexes).map(({ id }) => rowKeyOf(id)));
    return all.filter(({ id }) => own.has(rowKeyOf(id)));
  }, [all, shown, collection, indexes]);
  const keys = keysOf(collection, entries).join(' ');
  const columns = useMemo(() => columnsFor(keys.split(' ')), [keys]);
  return (
    <div data-path={collection}>
      <h3 className={style.heading}>{fieldName(collection)}</h3>
      <Entries
        incident={incident}
        collection={collection}
        columns={columns}
        as="table"
        filter={noFilter}
        entries={entries}
        readOnly={readOnly}
        highlighted={highlighted}
        label={fieldName(collection)}
      />
    </div>
  );
}

/** Sections of the document's own, as they were read. */
function OwnSections() {
  const { shown } = useDocument();
  return entriesAt(shown, 'custom').map(({ id, value, index }) => (
    <div key={id} data-path={`custom[${index}]`} className={style.own}>
      <h3 className={style.heading}>{String(value['heading'])}</h3>
      <Formatted source={String(value['text'])} incident={shown.id} />
    </div>
  ));
}
