import { z } from 'zod';

export const pictureKinds = ['map', 'chart'] as const;

export const newPictureCopy = z
  .object({ what: z.enum(pictureKinds).describe('What is copied: the map, or a chart') })
  .meta({ id: 'NewPictureCopy' });

export const pictureCopy = z
  .object({
    municipality: z.string().describe('Its name'),
    demo: z.boolean().describe('Invented events'),
    at: z.string().describe('When it was written down'),
  })
  .meta({ id: 'PictureCopy' });

export type NewPictureCopy = z.infer<typeof newPictureCopy>;
export type PictureCopy = z.infer<typeof pictureCopy>;
