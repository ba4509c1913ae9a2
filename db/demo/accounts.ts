import type { Role } from '../../api/src/access/permission.js';

export interface DemoAccount {
  readonly email: string;
  /** A function, never a person. */
  readonly name: string;
  readonly role: Role;
  /** Code of the organisation in the town. */
  readonly organisation: string;
}

/** One account for every role, and a landlord's, who sees the landlords' and the municipality's rows but none of the police's. */
export const demoAccounts: readonly DemoAccount[] = [
  { email: 'vaktmastare@alvhamn.example', name: 'Vaktmästare, Björkskolan', role: 'reporter', organisation: 'skola' },
  { email: 'samordnare@alvhamn.example', name: 'EST-samordnare', role: 'coordinator', organisation: 'social' },
  { email: 'kommunpolis@alvhamn.example', name: 'Kommunpolis', role: 'police', organisation: 'polisen' },
  { email: 'analytiker@alvhamn.example', name: 'Analytiker', role: 'analyst', organisation: 'gata-park' },
  { email: 'ledning@alvhamn.example', name: 'Kommundirektör', role: 'reader', organisation: 'social' },
  {
    email: 'bovard@alvhamn.example',
    name: 'Bovärd, Älvhamnsbostäder',
    role: 'analyst',
    organisation: 'alvhamnsbostader',
  },
  { email: 'administrator@alvhamn.example', name: 'Administratör', role: 'administrator', organisation: 'social' },
];
