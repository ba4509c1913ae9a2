import '@fontsource/source-sans-3/latin-400.css';
import '@fontsource/source-sans-3/latin-600.css';
import './ui/tokens.css';
import './ui/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { queryClient, router } from './app/router.js';
import { currentLanguage } from './ui/language.js';
import { setTheme, themeChoice } from './ui/theme.js';

setTheme(themeChoice());
document.documentElement.lang = currentLanguage();

const place = document.getElementById('root');
if (place === null) throw new Error('index.html lacks #root');
createRoot(place).render(
  <QueryClientProvider client={queryClient}>
    <RouterProvider router={router} />
  </QueryClientProvider>,
);
