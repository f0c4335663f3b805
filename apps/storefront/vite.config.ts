import { reactRouter } from '@react-router/dev/vite';
import tailwindcss from '@tailwindcss/vite';
import { defaultClientConditions, defaultServerConditions, defineConfig } from 'vite';

export default defineConfig(({ command }) => ({
  root: import.meta.dirname,
  plugins: [tailwindcss(), reactRouter()],
  build: {
    target: ['chrome123', 'firefox128', 'safari17.5'],
    // Files instead of `data:` addresses keep the content security policy short.
    assetsInlineLimit: 0,
  },
  // For the server's bundle too. Without it, the bundle would use React's slow development build when NODE_ENV is not set.
  ...(command === 'build' && { define: { 'process.env.NODE_ENV': '"production"' } }),
  // The packages' sources, not their builds.
  resolve: { conditions: ['@kindred/source', ...defaultClientConditions] },
  environments: {
    ssr: {
      build: { rollupOptions: { input: './app/server.ts' } },
      // One self-contained file, so that a start resolves no modules.
      resolve: {
        conditions: ['@kindred/source', ...defaultServerConditions],
        noExternal: command === 'build' ? true : ['@kindred/client', '@kindred/ui', '@kindred/shop-types'],
      },
    },
  },
}));
