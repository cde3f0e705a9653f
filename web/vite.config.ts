// SPDX-License-Identifier: Apache-2.0
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The desk is served below /desk/; `npm run dev` asks a program running on 8080.
export default defineConfig({
  base: '/desk/',
  plugins: [react()],
  build: {
    target: 'es2020',
    manifest: 'manifest.json', // read and removed by tools/first-load.mjs
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What changes only when a dependency does keeps its name, and stays in the browser, over our own releases.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler|use-sync-external-store)\// },
            // What nearly every page shows; what only some show stays with them.
            { name: 'kit', test: /node_modules\/(antd|@rc-component|@ant-design|@babel|stylis|@emotion|clsx)\//, minShareCount: 20 },
            { name: 'tanstack', test: /node_modules\/(@tanstack|openapi-fetch)\// },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080', '/portal': 'http://127.0.0.1:8080' } },
});
