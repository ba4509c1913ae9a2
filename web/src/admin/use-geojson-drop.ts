import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../ui/language.js';
import { useFormat } from '../ui/use-format.js';
import { largestFile, readGeoJsonFile, type GeoJsonFile } from './geojson-file.js';
import { adminTexts } from './texts.js';

/** A dropped GeoJSON file, read and in degrees; or why it cannot be read. */
export function useGeoJsonDrop(onRead: (content: GeoJsonFile) => void = () => undefined) {
  const t = useTexts(adminTexts);
  const f = useFormat();
  const [file, setFile] = useState<File | null>(null);
  const read = useMutation({
    mutationFn: async (dropped: File): Promise<GeoJsonFile | string> => {
      if (dropped.size > largestFile) return t('fileTooLarge', { size: f.bytes(largestFile) });
      return readGeoJsonFile(await dropped.text()) ?? t('fileNotJson');
    },
    onSuccess: (result) => {
      if (typeof result !== 'string') onRead(result);
    },
  });
  const drop = (dropped: File) => {
    setFile(dropped);
    read.mutate(dropped);
  };
  const clear = () => {
    setFile(null);
    read.reset();
  };
  const { data } = read;
  return {
    file,
    drop,
    clear,
    content: typeof data === 'object' ? data : null,
    fault: typeof data === 'string' ? data : undefined,
  };
}
