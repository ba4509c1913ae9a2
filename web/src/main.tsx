import '@fontsource/source-sans-3/latin-400.css';
import '@fontsource/source-sans-3/latin-600.css';
import './ui/tokens.css';
import './ui/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { queryClient, router } from './app/router.js';
import { startServiceWorker } from './app/service-worker.js';
import { openOutbox } from './app/start-outbox.js';
import { currentLanguage } from './ui/language.js';
import { setPictureLog } from './ui/picture-log.js';
import { setTheme, themeChoice } from './ui/theme.js';

setTheme(themeChoice());
document.documentElement.lang = currentLanguage();
setPictureLog(async (what) => (await import('./api/picture-log.js')).logPicture(what));

void openOutbox(queryClient);
addEventListener('load', () => void startServiceWorker().catch(() => undefined)); // A device that refuses it works with a network.
if (currentLanguage() === 'en')
  document.querySelector('link[rel=manifest]')?.setAttribute('href', '/manifest-en.webmanifest');

const place = document.getElementById('root');
if (place === null) throw new Error('index.html lacks #root');
createRoot(place).render(
  <QueryClientProvider client={queryClient}>
    <RouterProvider router={router} />
  </QueryClientProvider>,
);
