import { Button } from './button.tsx';

/** One step back or on; nothing where one page holds all. */
export function Pagination(props: {
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  readonly onChange: (page: number) => void;
}) {
  const { page, pages, onChange } = props;
  if (pages <= 1) return null;
  return (
    <nav className="ui-pagination" aria-label="Pages">
      <Button
        variant="icon"
        ariaLabel="Previous page"
        disabled={page === 0}
        onClick={() => onChange(page - 1)}
      >
        ‹
      </Button>
      <span>{`Page ${page + 1} of ${pages}`}</span>
      <Button
        variant="icon"
        ariaLabel="Next page"
        disabled={page >= pages - 1}
        onClick={() => onChange(page + 1)}
      >
        ›
      </Button>
    </nav>
  );
}
