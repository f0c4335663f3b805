import { useState } from 'react';
import { PhotoDialog } from './photo-dialog.tsx';
import { PhotoThumbnails, type ThumbnailSize } from './photo-thumbnails.tsx';
import type { PhotoOfReview } from './review-photos.ts';

interface PhotoRowProps {
  label: string;
  photos: readonly PhotoOfReview[];
  size: ThumbnailSize;
}

/** Small photos that open large, each with its review. */
export function PhotoRow({ label, photos, size }: PhotoRowProps) {
  const [opened, setOpened] = useState<number>();
  if (photos.length === 0) return null;
  return (
    <>
      <PhotoThumbnails label={label} photos={photos} onOpen={setOpened} size={size} />
      {opened !== undefined && (
        <PhotoDialog
          label={label}
          photos={photos}
          first={opened}
          size={size}
          onClose={() => setOpened(undefined)}
        />
      )}
    </>
  );
}
