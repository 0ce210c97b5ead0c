import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';

interface Tab {
  readonly id: string;
  readonly label: string;
  readonly content: ReactNode;
}

/** Tabs as the ARIA practices describe them: arrows move, one panel shows. */
export function Tabs(props: { readonly tabs: readonly Tab[]; readonly ariaLabel: string }) {
  const { tabs } = props;
  const [active, setActive] = useState(0);
  const prefix = useId();
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const next = (active + step + tabs.length) % tabs.length;
    setActive(next);
    list.current?.querySelectorAll('button')[next]?.focus();
  };
  const shown = tabs[active];
  return (
    <>
      <div
        ref={list}
        className="ui-tabs"
        role="tablist"
        aria-label={props.ariaLabel}
        onKeyDown={move}
      >
        {tabs.map(({ id, label }, index) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`${prefix}-${id}`}
            aria-selected={index === active}
            aria-controls={`${prefix}-panel`}
            tabIndex={index === active ? 0 : -1}
            onClick={() => setActive(index)}
          >
            {label}
          </button>
        ))}
      </div>
      <div
        id={`${prefix}-panel`}
        role="tabpanel"
        aria-labelledby={shown === undefined ? undefined : `${prefix}-${shown.id}`}
      >
        {shown?.content}
      </div>
    </>
  );
}
