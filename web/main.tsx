import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { keepForOffline } from './offline/register.ts';
import './parts/common.ts';
import './design/tokens.css';
import './design/base.css';
import './design/first.css';

const place = document.getElementById('app');
if (place === null) throw new Error('the page has no place for the app');
const root = createRoot(place);
const begin = () => root.render(<App />);
// What the server has put there is seen first; where nobody looks, no frame is ever drawn.
if (place.firstElementChild === null || document.hidden) begin();
else requestAnimationFrame(() => setTimeout(begin));
keepForOffline();
