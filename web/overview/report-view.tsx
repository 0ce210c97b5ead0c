import type { Overview } from './overview.ts';

export function ReportView({ overview }: { readonly overview: Overview }) {
  return <>{overview.report.documents} documents</>;
}
