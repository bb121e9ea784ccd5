// Gives what is not on the list, and how often a trap was touched. Its source is run in the browser.
export const inspect = (list) => {
  const strange = [];
  for (const element of document.querySelectorAll('*')) {
    const name = element.localName;
    const attributes = Object.hasOwn(list, name) ? list[name] : undefined;
    if (attributes === undefined) strange.push(`<${name}>`);
    for (const { name: attribute, value } of element.attributes) {
      if (attributes?.includes(attribute) !== true) strange.push(`<${name} ${attribute}="${value}">`);
      if (attribute === 'href' && !/^(?:https?:|mailto:|#)|^(?![^/?#]*:)/i.test(value)) strange.push(`href ${value}`);
      if (attribute === 'src' && !/^data:image\/(?:png|jpeg|gif|webp);base64,/i.test(value))
        strange.push(`src ${value}`);
      if (attribute === 'fill' && !/^(?:#|var\(--|none)/.test(value)) strange.push(`fill ${value}`);
    }
  }
  for (const anchor of document.querySelectorAll('a[href]')) {
    // What the browser makes of the address counts, not how it is written.
    if (!['http:', 'https:', 'mailto:'].includes(anchor.protocol)) strange.push(`link to ${anchor.protocol}`);
  }
  for (const element of document.querySelectorAll('body *')) {
    for (const type of ['mouseover', 'focus', 'toggle', 'error', 'load'])
      element.dispatchEvent(new Event(type, { bubbles: true }));
  }
  const copy = new DOMParser().parseFromString(document.body.innerHTML, 'text/html').body;
  const count = (root) => root.querySelectorAll('*').length;
  if (count(copy) !== count(document.body)) strange.push('another document when parsed again');
  return { ran: globalThis.ran, strange };
};
