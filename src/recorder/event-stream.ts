/** Reads an event stream line by line and gives the data of each event with its name (WHATWG HTML, server-sent events). */
export function eventReader(emit: (event: string, data: string) => void) {
  let [event, data]: [string, string[]] = ['', []];
  return (line: string): void => {
    if (line === '') {
      if (data.length > 0) emit(event || 'message', data.join('\n'));
      [event, data] = ['', []];
      return;
    }
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') data.push(value);
    if (field === 'event') event = value;
  };
}
