const pad = (value: number): string => String(value).padStart(2, '0');

/** An instant as a field of the browser has it, in the reader's own zone: `2026-11-20T11:30`. */
export function toField(at: string): string {
  const date = new Date(at);
  const day = `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
  return `${day}T${pad(date.getHours())}:${pad(date.getMinutes())}`;
}

/** The instant of such a field; undefined while it is not filled in. */
export function fromField(text: string): string | undefined {
  const date = new Date(text);
  return text === '' || Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
