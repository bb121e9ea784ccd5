/** Control characters that would move the cursor or change colours, and marks that reverse the reading order. */
const unsafe = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Text of a document, safe to print: an escape sequence shows as what it is and does nothing. Tabs become blanks. */
export function safe(text: string): string {
  return text.replace(/[\t\n]/g, ' ').replace(unsafe, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
  });
}
