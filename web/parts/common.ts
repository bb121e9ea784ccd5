// Parts of a few lines that most screens share. Named by the shell, they are in its script; else each would be a file of its own,
// which costs a request and compresses badly.
import './chip.tsx';
import './empty.tsx';
import './tick.tsx';
import './use-media.ts';
