import './ui/ui.css';
import './ui/chart.css';
import './console.css';
import { createRoot } from 'react-dom/client';
import type { Overview } from './overview/overview.ts';
import { ReportPage } from './overview/report-page.tsx';
import { applyStoredTheme, printLight } from './shell/theme.ts';

applyStoredTheme();
printLight();
const root = document.getElementById('root');
const data = document.getElementById('report-data')?.textContent;
if (root === null || data === undefined) {
  throw new Error('the report must hold its root and its data; render it with renderReport()');
}
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- checked when it was written
const overview = JSON.parse(data) as Overview;
createRoot(root).render(<ReportPage overview={overview} />);
