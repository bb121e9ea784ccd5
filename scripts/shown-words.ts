import { parseSync } from 'vite';

// Finds texts that the app shows and that do not come from `web/words`.

type Node = { type: string; start: number } & Record<string, unknown>;
type Found = { file: string; line: number; message: string };

/** Properties and attributes whose value somebody reads or hears. */
const shown =
  /^(?:aria-(?:label|description|roledescription|valuetext|placeholder)|title|placeholder|alt|label|hint|text|what|advice|message|textContent|innerText)$/;
/** Properties and attributes that are for programs, though words stand in them. */
const code = /^(?:className|key|keys|rel|d|points|transform|viewBox|data-.*)$/;
/** What is called with texts that nobody sees: selectors, developers' errors. */
const unseen = /^(?:closest|querySelector|querySelectorAll|matches|matchMedia|Error|Symbol)$/;
/** Functions that show what they are given. */
const showing = /^say$/;
const aWord = /\p{L}{2}/u;
const severalWords = /\p{L}+[,.:]? \p{L}+/u;
/** A word beside what is put into a template. */
const besideValue = / \p{L}{2}|\p{L}{2} /u;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

const nameOf = (node: unknown): string => {
  if (!isNode(node)) return '';
  if (node.type === 'MemberExpression') return nameOf(node['property']);
  return String(node['name'] ?? node['value'] ?? '');
};

/** The text of a literal, of JSX, or of a piece of a template. */
function textOf(node: Node): string | undefined {
  if (node.type === 'JSXText') return String(node['value']);
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value'];
  if (node.type === 'TemplateElement') return (node['value'] as { cooked: string }).cooked;
  return undefined;
}

/** Whether what stands in this node is shown: inherited from around it unless the node says. */
function isShown(node: Node, around: boolean): boolean {
  if (node.type === 'JSXElement' || node.type === 'JSXFragment') return true;
  if (node.type === 'JSXAttribute' || node.type === 'Property') return shown.test(nameOf(node['name'] ?? node['key']));
  if (node.type === 'AssignmentExpression') return shown.test(nameOf(node['left']));
  if (/^(?:Call|New)Expression$/.test(node.type)) return showing.test(nameOf(node['callee']));
  if (node.type === 'JSXOpeningElement' || /Function|Binary/.test(node.type)) return false;
  return around;
}

/**
 * Texts of one file that a person sees and that no catalogue has.
 * @param file path from the root, `web/folder/name.tsx`
 */
export function ownWordsIn(file: string, source: string): Found[] {
  if (!/^web\/.*\.tsx?$/.test(file) || /^web\/words\/|\.test\.|\.d\.ts$/.test(file)) return [];
  const found: Found[] = [];
  const look = (node: Node, around: boolean): void => {
    if (/^(?:Import|ExportAll|TS)/.test(node.type) && node.type !== 'TSAsExpression') return;
    if (/^(?:CallExpression|NewExpression)$/.test(node.type) && unseen.test(nameOf(node['callee']))) return;
    if (/^(?:JSXAttribute|Property)$/.test(node.type) && code.test(nameOf(node['name'] ?? node['key']))) return;
    const text = textOf(node);
    const words = around ? aWord : node.type === 'TemplateElement' ? besideValue : severalWords;
    if (text !== undefined && words.test(text)) {
      const line = source.slice(0, node.start).split('\n').length;
      found.push({ file, line, message: `a text of its own, “${text.trim()}”: it belongs to web/words` });
    }
    const within = isShown(node, around);
    for (const [key, value] of Object.entries(node))
      if (key !== 'key' && key !== 'name' && key !== 'callee')
        for (const inner of [value].flat()) if (isNode(inner)) look(inner, within);
  };
  look(parseSync(file, source).program as unknown as Node, false);
  return found;
}
