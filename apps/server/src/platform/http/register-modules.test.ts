import Fastify from 'fastify';
import { expect, test } from 'vitest';
import type { ApiPlugin } from './api.ts';
import { registerModules } from './register-modules.ts';

const hello: ApiPlugin = async (app) => {
  app.get('/hello', async () => 'Hello');
};

test('a duplicate route stops the start, and the error names the module', async () => {
  const modules = [
    { name: 'door', routes: [hello] },
    { name: 'bell', addedBy: 'corner-shop', routes: [hello] },
  ];
  await expect(registerModules(Fastify(), modules, 'routes')).rejects.toMatchObject({
    name: 'ConfigError',
    message: expect.stringMatching(
      /^The routes of the module bell of the extension corner-shop cannot be used: .*'\/hello'/,
    ),
  });
});
