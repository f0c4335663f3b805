import { reactRouter } from '@react-router/dev/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';

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
  environments: {
    ssr: {
      build: { rollupOptions: { input: './app/server.ts' } },
      // One self-contained file: nothing to resolve at start.
      resolve: { noExternal: command === 'build' ? true : ['@kindred/ui', '@kindred/shop-types'] },
    },
  },
}));
