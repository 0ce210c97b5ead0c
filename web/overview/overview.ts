/** Shapes of `GET /api/overview`: replaced by the report's own type. */
export interface Overview {
  readonly report: Report;
  readonly rows: readonly unknown[];
}
export interface Report {
  readonly documents: number;
  readonly reader: string;
}
