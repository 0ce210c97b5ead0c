import './ui/ui.css';
import './ui/chart.css';
import './shell/shell.css';
import './console.css';
import { createRoot } from 'react-dom/client';
import { App } from './shell/app.tsx';
import { applyStoredTheme } from './shell/theme.ts';

applyStoredTheme();
const root = document.getElementById('root');
if (root === null) throw new Error('index.html must hold an element with the id root');
createRoot(root).render(<App />);
