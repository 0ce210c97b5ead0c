import { useState } from 'react';
import type { Settings } from '../api.ts';
import type { Session } from '../session/session.ts';
import { overviewHref } from './route.ts';
import { chooseTheme, currentTheme } from './theme.ts';

/** Product, environment, light or dark, and who is signed in. */
export function TopBar(props: {
  readonly session: Session;
  readonly settings: Settings | undefined;
}) {
  const { session, settings } = props;
  const [theme, setTheme] = useState(currentTheme);
  const other = theme === 'dark' ? 'light' : 'dark';
  const toggle = () => {
    chooseTheme(other);
    setTheme(other);
  };
  return (
    <header className="top-bar">
      <a href={overviewHref}>{settings === undefined ? 'Strata' : `Strata · ${settings.env}`}</a>
      <button type="button" aria-label={`Switch to ${other} mode`} onClick={toggle}>
        {theme === 'dark' ? 'Light mode' : 'Dark mode'}
      </button>
      {settings === undefined ? null : <span className="top-bar-roles">{whoIs(settings)}</span>}
      {session.user === null ? null : (
        <UserMenu user={session.user} onSignOut={() => session.signOut()} />
      )}
    </header>
  );
}

/** The laptop's owner has every role, of which nothing is to be said. */
function whoIs({ user, roles }: Settings): string {
  if (user === 'local') return '';
  return roles.length === 0 ? 'no role' : roles.join(', ');
}

function UserMenu(props: { readonly user: string; readonly onSignOut: () => void }) {
  const [open, setOpen] = useState(false);
  return (
    <div className="user-menu">
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {props.user}
      </button>
      {open ? (
        <div className="user-menu-items">
          <button type="button" onClick={props.onSignOut}>
            Sign out
          </button>
        </div>
      ) : null}
    </div>
  );
}
