import type { Role } from './permission.js';

const descriptions: Readonly<Record<Role, string>> = {
  reporter: 'Vaktmästare som rapporterar från telefonen',
  coordinator: 'Leder EST-arbetet: importerar, granskar, beslutar',
  police: 'Kommunpolis: för in polisens utdrag och ser hela kartan',
  analyst: 'Kör analyser och granskar hur de är gjorda',
  reader: 'Ledning: kartan, löftena och dokumenten',
  administrator: 'Kommunens konton, områden och inställningar',
};

/** The password of every demo account. It opens nothing outside the synthetic municipality on loopback. */
export const demoPassword = 'exempel-konto-2026';

const landlord = 'Fastighetsägare: ser egna och kommunens rapporter, inga av polisens';

/** What the sign-in page says of a demo account. */
export function demoAccount(role: Role, organisationKind: string): { password: string; description: string } {
  return { password: demoPassword, description: organisationKind === 'housing' ? landlord : descriptions[role] };
}
