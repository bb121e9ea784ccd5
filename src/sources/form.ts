/** A field's name, `=`, and no white space anywhere: as `application/x-www-form-urlencoded` is, and JSON and prose are not. */
const shape = /^[\w.%+[\]-]{1,200}=\S*$/;

/**
 * The fields of a form that a webhook sent, by name. One field `payload` that holds JSON is that JSON: GitHub, Slack and
 * others send it so. Undefined when the text is no form.
 */
export function readForm(text: string): unknown {
  const form = text.trim();
  if (!shape.test(form)) return undefined;
  const fields = [...new URLSearchParams(form)];
  const [first] = fields;
  const payload = fields.length === 1 && first?.[0] === 'payload' ? parsed(first[1]) : undefined;
  return payload ?? Object.fromEntries(fields);
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
