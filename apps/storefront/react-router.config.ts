import type { Config } from '@react-router/dev/config';

export default {
  appDirectory: 'app',
  // The shop has few routes: knowing them all from the start saves a request before each first navigation.
  routeDiscovery: { mode: 'initial' },
} satisfies Config;
