import type { ComponentType } from 'react';
import { start } from '../../api/start.ts';
import { Appearance } from './appearance.tsx';
import { Channels } from './channels/channels.tsx';
import { Clocks } from './clocks/clocks.tsx';
import { Hooks } from './hooks/hooks.tsx';
import { Notifications } from './notifications/notifications.tsx';
import { Outbox } from './outbox/outbox.tsx';
import { Passkeys } from './passkeys.tsx';
import { People } from './people.tsx';
import { Reminders } from './reminders/reminders.tsx';
import { Rules } from './rules/rules.tsx';
import { Services } from './services/services.tsx';
import { Server } from './server.tsx';
import { Sessions } from './sessions.tsx';
import { Status } from './status/status.tsx';
import { Tokens } from './tokens.tsx';
import { Trackers } from './trackers/trackers.tsx';

/** The parts of the settings, in their order. `admins`: others are not offered it. A new one is a file and a line here. */
const all = [
  { name: 'appearance', Part: Appearance, admins: false },
  { name: 'notifications', Part: Notifications, admins: false },
  { name: 'sessions', Part: Sessions, admins: false },
  { name: 'passkeys', Part: Passkeys, admins: false },
  { name: 'tokens', Part: Tokens, admins: false },
  { name: 'people', Part: People, admins: true },
  { name: 'services', Part: Services, admins: true },
  { name: 'channels', Part: Channels, admins: true },
  { name: 'reminders', Part: Reminders, admins: true },
  { name: 'outbox', Part: Outbox, admins: true },
  { name: 'hooks', Part: Hooks, admins: true },
  { name: 'rules', Part: Rules, admins: true },
  { name: 'trackers', Part: Trackers, admins: true },
  { name: 'status', Part: Status, admins: true },
  { name: 'clocks', Part: Clocks, admins: true },
  { name: 'server', Part: Server, admins: true },
] as const satisfies { name: string; Part: ComponentType; admins: boolean }[];

const isAdmin = start.me.role === 'owner' || start.me.role === 'admin';

/** What the reader is offered. */
export const parts = all.filter(({ admins }) => isAdmin || !admins);
