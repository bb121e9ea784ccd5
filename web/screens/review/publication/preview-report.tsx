import { Table } from '../../../parts/table.tsx';
import { told } from '../../../parts/told.ts';
import { words } from '../../../words/outside.ts';
import { Formatted } from '../../../editors/prose/reading/formatted.tsx';
import { Suspects, type SuspectsProps } from './suspects.tsx';
import style from './publication.module.css';

const own = words.publishing;

/** What still looks like a leak, and what was decided when it was previewed. */
export type Suspect = Found & { id: string; before: string; after: string };

type Found = { kind: string; text: string; place: string };

/** What `publication.preview` answers. */
export type Preview = {
  slug: string;
  title: string;
  markdown: string;
  sha256: string;
  removed: (Found & { instead: string })[];
  suspects: Suspect[];
};

function Removed({ removed }: { removed: Preview['removed'] }) {
  if (removed.length === 0) return <p>{own.removedNone}</p>;
  return (
    <details open={removed.length <= 12}>
      <summary>{own.removed(removed.length)}</summary>
      <div className={style.scroll} tabIndex={0} role="group" aria-label={own.removed(removed.length)}>
        <Table className={style.table} columns={[own.kind, own.text, own.instead, own.place]}>
          {removed.map(({ kind, text, instead, place }, index) => (
            <tr key={index}>
              <td>{told(kind)}</td>
              <td>
                <del>{text}</del>
              </td>
              <td>{instead === '' ? own.gone : <ins>{instead}</ins>}</td>
              <td>{place}</td>
            </tr>
          ))}
        </Table>
      </div>
    </details>
  );
}

type Props = { preview: Preview; incident: string } & Pick<SuspectsProps, 'decided' | 'decide'>;

/** What the public page would say, and what is left out of it. */
export function PreviewReport({ preview, incident, decided, decide }: Props) {
  return (
    <div className={style.report}>
      <Suspects suspects={preview.suspects} decided={decided} decide={decide} />
      <Removed removed={preview.removed} />
      <details>
        <summary>{own.page}</summary>
        <div className={style.page}>
          <Formatted source={preview.markdown} incident={incident} />
        </div>
      </details>
    </div>
  );
}
