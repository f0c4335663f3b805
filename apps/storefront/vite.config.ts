import { reactRouter } from '@react-router/dev/vite';
import tailwindcss from '@tailwindcss/vite';
import { defaultClientConditions, defaultServerConditions, defineConfig } from 'vite';

export default defineConfig(({ command }) => ({
  root: import.meta.dirname,
  plugins: [tailwindcss(), reactRouter()],
  build: {
    target: ['chrome123', 'firefox128', 'safari17.5'],
    // Files, not `data:` addresses: the content security policy stays short.
    assetsInlineLimit: 0,
  },
  // The server's bundle too: otherwise it would hold React's slow development build for a run without NODE_ENV.
  ...(command === 'build' && { define: { 'process.env.NODE_ENV': '"production"' } }),
  // Its source, not what was built of it.
  resolve: { conditions: ['@kindred/source', ...defaultClientConditions] },
  environments: {
    ssr: {
      build: { rollupOptions: { input: './app/server.ts' } },
      // One self-contained file: nothing to resolve at start.
      resolve: {
        conditions: ['@kindred/source', ...defaultServerConditions],
        noExternal: command === 'build' ? true : ['@kindred/client', '@kindred/ui', '@kindred/shop-types'],
      },
    },
  },
}));
