import TopNavigation from '@cloudscape-design/components/top-navigation';
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
    <div id="top-bar" className="top-bar">
      <TopNavigation
        identity={{
          href: overviewHref,
          title: settings === undefined ? 'Strata' : `Strata · ${settings.env}`,
        }}
        utilities={[
          {
            type: 'button',
            text: theme === 'dark' ? 'Light mode' : 'Dark mode',
            ariaLabel: `Switch to ${other} mode`,
            onClick: toggle,
          },
          ...(session.user === null
            ? []
            : [
                {
                  type: 'menu-dropdown' as const,
                  text: session.user,
                  iconName: 'user-profile' as const,
                  items: [{ id: 'sign-out', text: 'Sign out' }],
                  onItemClick: () => session.signOut(),
                },
              ]),
        ]}
      />
    </div>
  );
}
