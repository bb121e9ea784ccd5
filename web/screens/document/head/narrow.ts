/** As in head.module.css: what can be done with a document stands in one line then. */
export const narrow = '(max-width: 47.5em)';
