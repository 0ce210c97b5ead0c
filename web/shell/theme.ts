export type Theme = 'light' | 'dark';

const STORAGE_KEY = 'strata.theme';

/** What the reader chose, or what the system prefers. */
export function currentTheme(): Theme {
  const stored = readStored();
  if (stored !== null) return stored;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Before the first paint, so that nothing flashes. */
export function applyStoredTheme(): void {
  apply(currentTheme());
}

export function chooseTheme(theme: Theme): void {
  apply(theme);
  try {
    localStorage.setItem(STORAGE_KEY, theme);
  } catch {
    // Storage is refused in some file:// pages; the choice then lasts until the page is left.
  }
}

/** Paper is white: what is printed is light, and what is shown afterwards is as before. */
export function printLight(): void {
  addEventListener('beforeprint', () => apply('light'));
  addEventListener('afterprint', () => apply(currentTheme()));
}

function apply(theme: Theme): void {
  document.body.classList.toggle('dark-mode', theme === 'dark');
  document.documentElement.style.colorScheme = theme;
}

function readStored(): Theme | null {
  try {
    const value = localStorage.getItem(STORAGE_KEY);
    return value === 'light' || value === 'dark' ? value : null;
  } catch {
    return null;
  }
}
