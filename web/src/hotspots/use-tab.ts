import { useNavigate } from '@tanstack/react-router';
import { hotspotTabs, type HotspotTab } from './hotspot-search.js';

/** Goes to a tab of the page and keeps it in the address; `focus` brings the keyboard there too. */
export function useGoToTab(): (tab: string, focus?: boolean) => void {
  const navigate = useNavigate({ from: '/$code/hotspots/$id' });
  return (tab, focus = false) => {
    const next: HotspotTab | undefined = hotspotTabs.find((one) => one === tab && one !== 'handelser');
    const gone = navigate({ search: next === undefined ? {} : { flik: next }, replace: true, resetScroll: false });
    if (focus) void gone.then(() => requestAnimationFrame(focusSelectedTab));
  };
}

function focusSelectedTab(): void {
  const tab = document.querySelector<HTMLElement>('.hotspot-tabs [role=tab][aria-selected=true]');
  tab?.scrollIntoView({ block: 'start' });
  tab?.focus();
}
