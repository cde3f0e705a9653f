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
            { name: 'tanstack', test: /node_modules\/(@tanstack|openapi-fetch)\// },
            // What the first page shows, with all it needs: two icons of its menu are the date picker's too, and would bring
            // it along. Then what the sign-in page needs beside it.
            { name: 'kit', test: /node_modules\/(antd\/es\/(app|button|config-provider|locale|spin|tag)\/|@ant-design\/icons\/es\/icons\/(Calendar|ClockCircle)Outlined)/ },
            { name: 'fields', test: /node_modules\/antd\/es\/(alert|form|input)\// },
            // What nearly every other page shows; what only some show stays with them.
            { name: 'forms', test: /node_modules\/(antd|@rc-component|@ant-design|@babel|stylis|@emotion|clsx)\//, minShareCount: 20 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080', '/portal': 'http://127.0.0.1:8080' } },
});
