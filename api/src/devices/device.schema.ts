import { z } from 'zod';

const name = z.string().trim().min(1, 'missing').max(60).describe('As people call the phone: Vaktmästarens telefon');

export const newDevice = z.object({ name }).meta({ id: 'NewDevice' });
export const newDeviceFor = newDevice.extend({ accountId: z.uuid() }).meta({ id: 'NewDeviceFor' });

export const device = z
  .object({
    id: z.uuid(),
    name: z.string(),
    accountId: z.uuid(),
    accountName: z.string(),
    own: z.boolean(),
    state: z.enum(['waiting', 'paired', 'expired', 'revoked']),
    createdAt: z.string(),
    pairedAt: z.string().nullable(),
    lastUsedAt: z.string().nullable(),
    expiresAt: z.string().nullable(),
  })
  .meta({ id: 'Device' });

export const devicePairing = z
  .object({
    device,
    code: z.string().describe('Shown once, as a QR square and a link; the database holds its hash only'),
    codeExpiresAt: z.string(),
  })
  .meta({ id: 'DevicePairing' });

export const deviceAccount = z
  .object({ id: z.uuid(), name: z.string(), organisation: z.string() })
  .meta({ id: 'DeviceAccount' });

export type DeviceAccount = z.infer<typeof deviceAccount>;
export type NewDevice = z.infer<typeof newDevice>;
export type NewDeviceFor = z.infer<typeof newDeviceFor>;
export type DeviceBody = z.infer<typeof device>;
export type DevicePairing = z.infer<typeof devicePairing>;
