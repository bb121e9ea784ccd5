import { addressOfCall } from '../../../api/call.ts';
import { words } from '../../../words/index.ts';
import { useDocument } from '../shown.ts';
import { Menu, menuEntry } from './menu.tsx';

const formats = ['md', 'pdf', 'docx'] as const;

/** The document to take along, in the template that is shown; the page to read; the bundle that proves it. */
export function ExportEntries() {
  const { shown, layout } = useDocument();
  const incident = shown.key;
  const template = layout.name === shown.template ? undefined : layout.name;
  const { formats: names } = words.document;
  return (
    <>
      {formats.map((format) => (
        <li key={format}>
          <a
            className={menuEntry}
            href={addressOfCall('incident.document', { incident, format, template })}
            download={`${incident}.${format}`}
          >
            {names[format]}
          </a>
        </li>
      ))}
      <li>
        <a className={menuEntry} href={`/read/${incident}`}>
          {names.read}
        </a>
      </li>
      <li>
        <a
          className={menuEntry}
          href={addressOfCall('incident.bundle', { incident })}
          download={`${incident}.bundle.json`}
        >
          {names.bundle}
        </a>
      </li>
    </>
  );
}

/** The same as a menu of its own. */
export const ExportMenu = () => (
  <Menu label={words.document.export}>
    <ExportEntries />
  </Menu>
);
