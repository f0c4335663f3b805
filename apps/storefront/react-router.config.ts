import type { Config } from '@react-router/dev/config';

export default {
  appDirectory: 'app',
  // The shop has few routes. Sending all of them with the first page saves a request before each new navigation.
  routeDiscovery: { mode: 'initial' },
} satisfies Config;
