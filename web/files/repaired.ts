/** How letters were damaged: UTF-8 that was read with another code page. */
export type Damage = 'mac-roman' | 'windows-1252';

/** A text with its damaged letters put right; `damage` says that there were some. The tables are loaded with the first text. */
export async function repaired(text: string): Promise<{ text: string; damage?: Damage }> {
  const { findDamage, repairText } = await import('../../src/markdown/encoding.ts');
  const damage = findDamage(text);
  return damage === undefined ? { text } : { text: repairText(text, damage), damage };
}
