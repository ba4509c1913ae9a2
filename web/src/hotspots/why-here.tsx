import { useState } from 'react';
import { Explanation } from '../findings/explanation.js';
import { findingsTexts } from '../findings/texts.js';
import { useAsking } from '../findings/use-asking.js';
import { Waiting } from '../findings/waiting.js';
import { Icon } from '../ui/icons.js';
import { useTexts } from '../ui/language.js';
import type { HotspotDetail } from './hotspot-api.js';

/** Why the place is an anhopning in the latest twelve months, or why it no longer is; counted when asked for. */
export function WhyHere({ code, hotspot }: { code: string; hotspot: HotspotDetail }) {
  const t = useTexts(findingsTexts);
  const [open, setOpen] = useState(false);
  const asking = useAsking(code, open ? { question: 'places' } : null);
  return (
    <details className="hotspot-why" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {t('whyHere')}
        <Icon name="chevronDown" size={20} />
      </summary>
      <Waiting asking={asking} />
      {asking.run !== null && <Explanation code={code} run={asking.run.id} position={hotspot.centre} />}
    </details>
  );
}
