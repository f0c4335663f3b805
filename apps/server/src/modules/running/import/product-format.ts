import { type AttributeSource, type AttributeValues, columnsOf } from './attribute-source.ts';
import type { CategoryNode } from './category-path.ts';
import { toArrayLiteral, toCopyLine } from './copy-line.ts';
import { isMissing, readId } from './field-values.ts';
import { type Frame, knownColumns } from './frame.ts';
import { priceReader } from './price.ts';
import { type ProductRow, productFields, toNumberId, toProductRow } from './product-row.ts';
import { areOfReview, withoutPictures } from './review-photos.ts';
import type { RowFormat } from './row-format.ts';
import { combineSaid, createSaid } from './said.ts';
import type { SourceRecord } from './source.ts';

interface ProductToMerge extends ProductRow {
  said: number;
  /** `product_id` of the data set. */
  importedId: string | null;
  ratingBin: string | null;
  /** The name of the product's group, or null if the file has no groups. */
  groupAsin: string | null;
  /** The line in the file. */
  line: number;
}

export interface ProductFacts {
  /** The categories of the batch, from the roots down, each once. */
  categoryLevels: CategoryNode[][];
  hasImportedIds: boolean;
  hasRatingBins: boolean;
  hasGroups: boolean;
  /** The file says which products are on sale. */
  hasSales: boolean;
  /** Rows without a title, which can only change existing products. */
  untitled: { parentAsin: string; line: number }[];
}

export const productSaid = createSaid({
  title: productFields.title,
  description: productFields.description,
  features: productFields.features,
  details: productFields.details,
  mainCategory: productFields['main category'],
  categories: productFields.category,
  price: productFields.price,
  sale: productFields['sale price'],
  averageRating: productFields['average rating'],
  ratingCount: productFields['number of ratings'],
  dateFirstAvailable: productFields['first available'],
  images: productFields.images,
});

const asinNames = ['parent_asin', 'asin'];

/** Columns of pictures that no review has. */
const onlyImages = ['imageURL', 'imageURLHighRes', 'imUrl'];

const keysOf = {
  title: ['title'],
  description: ['description'],
  features: ['features'],
  details: ['details'],
  mainCategory: ['mainCategory'],
  categories: ['categories'],
  price: ['priceMinor'],
  sale: ['sale'],
  averageRating: ['averageRating'],
  ratingCount: ['ratingCount'],
  dateFirstAvailable: ['dateFirstAvailable'],
  images: ['images'],
} as const;

/** The details may have values for which the file has no column. */
function saidOf(
  product: ProductRow,
  { inFrame, hasImages }: { inFrame: number; hasImages: boolean },
): number {
  const { bits } = productSaid;
  const unsaid = (product.title === null ? bits.title : 0) | (hasImages ? 0 : bits.images);
  return (inFrame & ~unsaid) | (product.dateFirstAvailable === null ? 0 : bits.dateFirstAvailable);
}

/** `currency`: the currency of the prices, which the file does not contain; `replace`: clear the values for which it has no column. */
export function productFormat(
  { currency, replace }: { currency: string; replace: boolean },
  attributes: readonly AttributeSource[],
): RowFormat<ProductToMerge, ProductFacts> {
  const readPrice = priceReader(currency);
  const emptied = createEmptied(attributes, { replace });
  return {
    kind: 'meta',
    sourceKind: { ...knownColumns('meta', attributes), takesRatings: false },
    toRow(record, { frame, note, line }) {
      const importedId = readImportedId(record);
      const isByNumber = !frame.has(asinNames);
      const groupAsin = frame.hasVariants && !isMissing(record.asin) ? readGroup(record) : null;
      const ofReview = frame.isJoined ? areOfReview(record) : false;
      const hasImages = replace || ofReview === false || frame.has(onlyImages);
      const described = ofReview === true ? withoutPictures(record) : record;
      const product = toProductRow(
        isByNumber && importedId !== null
          ? { ...described, parent_asin: importedId }
          : groupAsin === null
            ? described
            : { ...described, parent_asin: record.asin },
        { readPrice, attributes, note, hasTitles: frame.hasProductTitles },
      );
      return {
        ...product,
        attributes: { ...emptied(frame), ...product.attributes },
        said: saidOf(product, { inFrame: replace ? productSaid.all : productSaid.in(frame), hasImages }),
        importedId,
        groupAsin,
        ratingBin: isMissing(record.rating_bin) ? null : String(record.rating_bin).trim(),
        line,
      };
    },
    keyOf: ({ parentAsin }) => parentAsin,
    combine: (earlier, later) => ({
      ...combineSaid(productSaid, keysOf, earlier, later),
      attributes: { ...earlier.attributes, ...later.attributes },
    }),
    toLine: (product, line) =>
      toCopyLine([
        line,
        product.said,
        product.importedId,
        product.ratingBin,
        product.parentAsin,
        product.groupAsin,
        product.title,
        product.description,
        toArrayLiteral(product.features),
        JSON.stringify(product.details),
        JSON.stringify(product.attributes),
        product.mainCategory,
        product.categories.at(-1)?.slug ?? null,
        product.priceMinor,
        product.priceMinor === null ? null : currency,
        product.sale?.priceMinor ?? null,
        product.sale && currency,
        product.sale?.startsAt ?? null,
        product.sale?.endsAt ?? null,
        product.averageRating,
        product.ratingCount,
        product.dateFirstAvailable,
        product.stock,
        JSON.stringify(product.images),
      ]),
    factsOf: (products) => ({
      categoryLevels: levelsOf(products),
      hasImportedIds: products.some(({ importedId }) => importedId !== null),
      hasGroups: products.some(({ groupAsin }) => groupAsin !== null),
      hasSales: products.some(({ said }) => (said & productSaid.bits.sale) !== 0),
      hasRatingBins: products.some(({ ratingBin }) => ratingBin !== null),
      untitled: products.flatMap(({ title, parentAsin, line }) =>
        title === null ? [{ parentAsin, line }] : [],
      ),
    }),
  };
}

/** Returns an empty value for each attribute for which the file has a column, so that an empty cell clears the attribute. */
function createEmptied(attributes: readonly AttributeSource[], { replace }: { replace: boolean }) {
  let known = { frame: undefined as Frame | undefined, size: 0, values: {} as AttributeValues };
  return (frame: Frame): AttributeValues => {
    if (known.frame !== frame || known.size !== frame.size) {
      const spoken = attributes.filter((attribute) => replace || frame.has(columnsOf(attribute)));
      const values = Object.fromEntries(spoken.map(({ code }) => [code, [] as string[]]));
      known = { frame, size: frame.size, values };
    }
    return known.values;
  };
}

/** Reads the group of a row that names a product and its group. */
const readGroup = ({ parent_asin: value }: SourceRecord): string | null =>
  isMissing(value) ? null : readId(value, 'parent_asin', 64);

/** An invalid number does not reject the product, because it has an ASIN. */
function readImportedId({ product_id: value }: SourceRecord): string | null {
  const id = isMissing(value) ? '' : toNumberId(String(value).trim());
  return id === '' || id.length > 64 || id.includes('\0') ? null : id;
}

function levelsOf(products: readonly ProductRow[]): CategoryNode[][] {
  const levels: Array<Map<string, CategoryNode>> = [];
  for (const { categories } of products) {
    categories.forEach((node, depth) => {
      levels[depth] ??= new Map();
      if (!levels[depth].has(node.slug)) levels[depth].set(node.slug, node);
    });
  }
  return levels.map((level) => [...level.values()]);
}
