import type { Archetype } from './archetype.ts';
import { AUDIO } from './families/audio.ts';
import { BOOKS } from './families/books.ts';
import { CAMP } from './families/camp.ts';
import { CARE } from './families/care.ts';
import { CARRY } from './families/carry.ts';
import { COFFEE } from './families/coffee.ts';
import { COOKWARE } from './families/cookware.ts';
import { DECOR } from './families/decor.ts';
import { DESK } from './families/desk.ts';
import { DRINKWARE } from './families/drinkware.ts';
import { FOOTWEAR } from './families/footwear.ts';
import { FURNITURE } from './families/furniture.ts';
import { GARMENTS } from './families/garments.ts';
import { LIGHTING } from './families/lighting.ts';
import { PANTRY_GOODS } from './families/pantry.ts';
import { PHOTO } from './families/photo.ts';
import { PLAY } from './families/play.ts';
import { SPORT } from './families/sport.ts';
import { STATIONERY } from './families/stationery.ts';
import { TABLE_GAMES } from './families/table-games.ts';
import { TEXTILES } from './families/textiles.ts';
import { TOOLS } from './families/tools.ts';

/** Every archetype by name. */
export const ARCHETYPES: ReadonlyMap<string, Archetype> = new Map(
  [
    AUDIO,
    BOOKS,
    CAMP,
    CARE,
    CARRY,
    COFFEE,
    COOKWARE,
    DECOR,
    DESK,
    DRINKWARE,
    FOOTWEAR,
    FURNITURE,
    GARMENTS,
    LIGHTING,
    PANTRY_GOODS,
    PHOTO,
    PLAY,
    SPORT,
    STATIONERY,
    TABLE_GAMES,
    TEXTILES,
    TOOLS,
  ].flatMap((family) => Object.entries(family)),
);
