import { Box } from '../ui/box.tsx';
import type { ReactNode } from 'react';
import type { Report } from '../../lambda/domain/compare/report-schema.ts';

/** A value, or `not measured` with the report's reason for exactly this path. */
export function Measured<T>(props: {
  readonly report: Report;
  /** As in `report.reasons`: `sides.llmops.latencyMs.p50`. */
  readonly path: string;
  readonly value: T | null | undefined;
  readonly show: (value: T) => ReactNode;
}) {
  const { value } = props;
  if (value !== null && value !== undefined) return <>{props.show(value)}</>;
  return (
    <Box variant="span" color="text-body-secondary">
      not measured: {reasonFor(props.report, props.path)}
    </Box>
  );
}

/** The reason of the nearest enclosing path: a missing side explains all its values. */
function reasonFor({ reasons }: Report, path: string): string {
  const parts = path.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const reason = reasons[parts.slice(0, length).join('.')];
    if (reason !== undefined) return reason;
  }
  return 'the report gives no reason';
}
