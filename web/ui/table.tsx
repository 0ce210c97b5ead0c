import type { ReactNode } from 'react';

export interface Column<T> {
  readonly id: string;
  readonly header: string;
  readonly cell: (item: T) => ReactNode;
  /** The cell that names its row. */
  readonly isRowHeader?: boolean;
  /** Pixels. */
  readonly minWidth?: number;
  /** Makes the column one that a reader can sort by. */
  readonly compare?: (a: T, b: T) => number;
}

export interface Sorting {
  readonly column: string;
  readonly descending: boolean;
}

interface TableProps<T> {
  readonly label: string;
  readonly items: readonly T[];
  readonly columns: readonly Column<T>[];
  readonly keyOf: (item: T) => string;
  readonly header?: ReactNode;
  readonly filter?: ReactNode;
  readonly pagination?: ReactNode;
  /** Instead of rows where there are none. */
  readonly empty?: ReactNode;
  /** Without a frame, where it stands in one. */
  readonly bare?: boolean;
  readonly sorting?: Sorting;
  readonly onSort?: (sorting: Sorting) => void;
}

/** A table; where it is wider than the page, it alone scrolls. */
export function Table<T>(props: TableProps<T>) {
  return (
    <section className={props.bare ? undefined : 'ui-container'}>
      {props.header === undefined ? null : (
        <div className={props.bare ? undefined : 'ui-container-header'}>{props.header}</div>
      )}
      {props.filter === undefined ? null : (
        <div className="ui-table-tools">
          {props.filter}
          {props.pagination}
        </div>
      )}
      <div className="ui-table-scroll" tabIndex={0} role="region" aria-label={props.label}>
        <table className="ui-table" aria-label={props.label}>
          <thead>
            <tr>
              {props.columns.map((column) => (
                <HeaderCell
                  key={column.id}
                  column={column}
                  sorting={props.sorting}
                  onSort={props.onSort}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {props.items.map((item) => (
              <tr key={props.keyOf(item)}>
                {props.columns.map((column) => (
                  <Cell key={column.id} column={column} item={item} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {props.items.length > 0 || props.empty === undefined ? null : (
        <div className="ui-empty">{props.empty}</div>
      )}
    </section>
  );
}

function HeaderCell<T>(props: {
  readonly column: Column<T>;
  readonly sorting: Sorting | undefined;
  readonly onSort: ((sorting: Sorting) => void) | undefined;
}) {
  const { column, sorting, onSort } = props;
  const style = column.minWidth === undefined ? {} : { minInlineSize: column.minWidth };
  if (column.compare === undefined || onSort === undefined) {
    return (
      <th scope="col" style={style}>
        {column.header}
      </th>
    );
  }
  const here = sorting?.column === column.id;
  const descending = here && sorting.descending;
  return (
    <th
      scope="col"
      style={style}
      aria-sort={here ? (descending ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        className="ui-sort"
        onClick={() => onSort({ column: column.id, descending: here && !descending })}
      >
        {column.header}
        <span aria-hidden="true">{here ? (descending ? ' ▾' : ' ▴') : ' ▵'}</span>
      </button>
    </th>
  );
}

function Cell<T>({ column, item }: { readonly column: Column<T>; readonly item: T }) {
  return column.isRowHeader ? (
    <th scope="row">{column.cell(item)}</th>
  ) : (
    <td>{column.cell(item)}</td>
  );
}
