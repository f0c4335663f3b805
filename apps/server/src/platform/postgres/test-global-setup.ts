import { startTestServer } from './test-database.ts';

export default async function setup(): Promise<() => Promise<void>> {
  const server = await startTestServer();
  return () => server.release();
}
