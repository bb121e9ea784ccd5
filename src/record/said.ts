/** A sentence, and what was put into it: what another language needs to say the same. */
export type Said = {
  /** In English, with a hole for each value: `{0} of {1} actions have no owner.` */
  form: string;
  /** By hole: a text as it is, or a part of the sentence that a language has words for. */
  values: { [hole: string]: string | Said };
};

/** Puts values in the holes of a form; a hole without a value stays. */
export const filled = (form: string, values: Readonly<Record<string, string>>): string =>
  form.replace(/\{(\w{1,20})\}/g, (hole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? hole) : hole,
  );

/** A sentence of Hindcast's own, to be told in any language: ``say`${count} of ${all} actions have no owner.` ``. */
export const say = (pieces: TemplateStringsArray, ...values: (string | number | undefined | Said)[]): Said => ({
  form: pieces.reduce((form, piece, index) => `${form}{${index - 1}}${piece}`),
  values: Object.fromEntries(values.map((value, index) => [index, typeof value === 'object' ? value : String(value)])),
});

/** The sentence in English, or in the language that `told` has the forms of. */
export function sentence({ form, values }: Said, told: (form: string) => string = (english) => english): string {
  const texts = Object.entries(values).map(([hole, value]) => [
    hole,
    typeof value === 'string' ? value : sentence(value, told),
  ]);
  return filled(told(form), Object.fromEntries(texts) as Record<string, string>);
}

/** A sentence without values may be written as it is. */
export type Text = string | Said;

/** In English. */
export const english = (text: Text): string => (typeof text === 'string' ? text : sentence(text));

/** Several parts of a sentence in a row: `a, b, c`. @param last how two are joined where that is not by a comma */
export const listed = (
  parts: readonly Said[],
  joined: (one: Said, other: Said) => Said = (one, other) => say`${one}, ${other}`,
): Said => (parts.length === 0 ? { form: '', values: {} } : parts.reduce(joined));
