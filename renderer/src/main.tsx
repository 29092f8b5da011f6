import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { followArchive, queryClient } from './api/index.ts';
import { App, followHost } from './app/app.tsx';
import { AppearanceProvider } from './app/appearance.tsx';
import { Boundary } from './app/boundary.tsx';
import { listenForShortcuts, runCommand } from './app/commands.ts';
import { currentRoute } from './app/use-route.ts';
import { listenForDrops } from './features/intake/index.ts';
import { prefetchLibrary } from './features/library/index.ts';

listenForDrops();
followArchive();
listenForShortcuts();
void followHost(runCommand);

/** A window that waits longer for its archive says so, and how it looks without. */
const PATIENCE_MILLISECONDS = 150;
// Drawn once with its articles rather than first without: what is asked is answered sooner than a window is drawn.
await Promise.race([
  prefetchLibrary(currentRoute()),
  new Promise((resolve) => setTimeout(resolve, PATIENCE_MILLISECONDS)),
]);

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <AppearanceProvider>
          <Boundary>
            <App />
          </Boundary>
        </AppearanceProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
