ALTER TABLE "search_words" ADD COLUMN "heads" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
-- The same as it was (migration 0005), in a fifth of the time.
CREATE OR REPLACE FUNCTION search_plain(written text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT regexp_replace(written, '[/\\_.,:;@#&+*''"()[\]{}<>|=~^%$!?`’‘“”–—·•™®©-]', ' ', 'g')
$$;--> statement-breakpoint
-- Signs are no part of words, `men's` is mens, and a sign of a script without spaces is a word.
CREATE FUNCTION search_signs(written text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT search_plain(regexp_replace(CASE WHEN written ~ '[\u2E80-\u9FFF\uF900-\uFAFF]'
    THEN regexp_replace(written, '([\u2E80-\u9FFF\uF900-\uFAFF])', ' \1 ', 'g') ELSE written END, '[''’]s\M', 's', 'g'))
$$;--> statement-breakpoint
-- Of what names a product, besides: a number and its unit are one word beside the number. `3-Cup` says nothing of cups.
CREATE FUNCTION search_text(written text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT search_signs(CASE WHEN written ~ '\d' THEN
      regexp_replace(regexp_replace(regexp_replace(written, '(\d),(\d{3})(?!\d)', '\1\2', 'g'), '(\d) ?["”″]', '\1in', 'g'),
        '(\d+(?:\.\d+)?)[ -]?(in|inch|inches|ft|foot|feet|yd|yards?|mm|cm|m|meters?|metres?|oz|ounces?|lbs?|pounds?|g|gr|grams?|kg|kilos?|kilograms?|mg|milligrams?|mcg|ug|micrograms?|iu|ml|milliliters?|millilitres?|l|liters?|litres?|qt|quarts?|gal|gallons?|cups?|packs?|pk|pieces?|pcs?|counts?|ct|persons?|people|players?|months?|mo|gb|tb|mah|mp|megapixels?|lm|lumens?|v|volts?|w|watts?)(?![[:alnum:]])', '\1 \1\2', 'gi')
    ELSE written END)
$$;--> statement-breakpoint
-- A title in three: what it is about, all before the first comma, dash, bracket, or word such as `with`; the words after that; and what
-- comes so late that only who reads descriptions reads it. The brand that a title begins with is told elsewhere.
CREATE FUNCTION search_title(title text, brand text, OUT subject text, OUT rest text, OUT late text) LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT subject, substring(behind from '^\s*(?:\S+\s+){0,11}\S*'), substring(behind from '^\s*(?:\S+\s+){0,11}\S*(.*)$')
  FROM (SELECT CASE WHEN brand <> '' AND length(title) > length(brand) AND lower(left(title, length(brand))) = lower(brand)
      AND substr(title, length(brand) + 1, 1) ~ '[[:space:]:,|–—-]' THEN substr(title, length(brand) + 1) ELSE title END) AS named (unbranded)
    CROSS JOIN LATERAL (SELECT regexp_replace(unbranded, '^(?:[[(][^])]*[])]|[^[:alnum:]])+', '')) AS begun (whole)
    CROSS JOIN LATERAL (SELECT coalesce(nullif(substring(regexp_replace(
      regexp_replace(whole, '\s*([,|(:;[+–—]|\s-\s).*$', ''),
      '^(\S+?\s+?\S+?.*?)\s(with|for|by|in|from|to|plus)\s.*$', '\1', 'i') from '^(?:\S+\s+){0,9}\S+'), ''), nullif(whole, ''), title)) AS cut (subject)
    CROSS JOIN LATERAL (SELECT substr(whole, length(subject) + 1)) AS left_over (behind)
$$;--> statement-breakpoint
-- `Pour-Over` as people type it: pourover.
CREATE FUNCTION search_joined(written text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT string_agg(replace(hyphened[1], '-', ''), ' ') FROM regexp_matches(written, '[[:alpha:]]+(?:-[[:alpha:]]+)+', 'g') AS hyphened
$$;--> statement-breakpoint
-- What a product is searched by, as text: what its title is about, the last word of that (which in English names the thing) and how many
-- words it has; the rest of the title and the colour; and what only who reads the page sees.
CREATE FUNCTION search_texts(title text, brand text, color text, features text[], description text,
  OUT subject text, OUT name text, OUT subject_words smallint, OUT beside text, OUT body text)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT search_text(concat_ws(' ', told.subject, search_joined(told.subject))),
    search_text(coalesce(substring(told.subject from '\S+\s*$'), '')),
    greatest(1, array_length(regexp_split_to_array(trim(told.subject), '\s+'), 1)),
    search_text(concat_ws(' . ', concat_ws(' ', told.rest, search_joined(told.rest)), color)),
    search_signs(concat_ws(' . ', told.late, left(array_to_string(features, ' '), 10000), left(description, 10000)))
  FROM search_title(left(title, 2000), brand) AS told
$$;--> statement-breakpoint
-- What a name of a category names: `Pots & Planters` pots and planters, `Travel Mugs` mugs.
CREATE FUNCTION search_kinds(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT string_agg(substring(kind from '\S+\s*$'), ' ') FROM regexp_split_to_table(name, '[&,/+]|\yand\y') AS kind
$$;--> statement-breakpoint
ALTER TABLE search_documents ADD COLUMN subject_words smallint NOT NULL DEFAULT 1, ADD COLUMN name tsvector NOT NULL DEFAULT '';--> statement-breakpoint
CREATE OR REPLACE FUNCTION put_search_documents(ids integer[]) RETURNS void LANGUAGE sql AS $$
  DELETE FROM search_documents d USING products p
  WHERE d.product_id = p.product_id AND p.product_id = ANY (ids) AND NOT p.is_listed;
  WITH RECURSIVE path AS (
    SELECT c.category_id AS leaf_id, c.parent_id, c.name
    FROM categories c WHERE c.category_id IN (SELECT category_id FROM products WHERE product_id = ANY (ids))
    UNION ALL
    SELECT path.leaf_id, c.parent_id, c.name FROM path JOIN categories c ON c.category_id = path.parent_id
  ), shelves AS (
    SELECT leaf_id, string_agg(name, ' ') AS names FROM path GROUP BY leaf_id
  )
  INSERT INTO search_documents (product_id, title_key, subject_words, name, head, document)
  SELECT p.product_id, search_key(p.title), told.subject_words, to_tsvector('kindred_search', told.name), written.head,
    written.head || setweight(to_tsvector('kindred_search', told.body), 'D')
  FROM products p LEFT JOIN shelves ON shelves.leaf_id = p.category_id
    CROSS JOIN LATERAL search_texts(p.title, p.brand, p.color, p.features, p.description) AS told
    CROSS JOIN LATERAL (
      SELECT setweight(to_tsvector('kindred_search', told.subject), 'A')
        || setweight(to_tsvector('kindred_search', told.beside), 'B')
        || setweight(to_tsvector('kindred_search', search_text(concat_ws(' . ', p.brand, shelves.names, search_joined(shelves.names), p.main_category))), 'C') AS head
    ) AS written
  WHERE p.product_id = ANY (ids) AND p.is_listed
  ON CONFLICT (product_id) DO UPDATE SET title_key = excluded.title_key, subject_words = excluded.subject_words, name = excluded.name,
    head = excluded.head, document = excluded.document;
$$;--> statement-breakpoint
SELECT put_search_documents(array_agg(product_id)) FROM products WHERE is_listed;--> statement-breakpoint
-- The first search makes them anew, with what they name.
DELETE FROM search_words;--> statement-breakpoint
-- What shoppers call alike. A shop edits them over `/api/v1/admin/search/synonyms`.
INSERT INTO search_synonyms (words) VALUES
  ('{"frying pan",skillet,"fry pan"}'),
  ('{"cutting board","chopping board","carving board",breadboard}'),
  ('{jam,preserve,"fruit spread",marmalade}'),
  ('{perfume,"eau de parfum","eau de toilette",cologne,fragrance}'),
  ('{blanket,throw,afghan}'),
  ('{"baby bodysuit",onesie,"baby grow",romper}'),
  ('{"coffee press","french press",cafetiere}'),
  ('{"flower pot","plant pot",planter}'),
  ('{notebook,journal,diary}'),
  ('{"gift card","gift voucher","gift certificate",voucher}'),
  ('{"pill box","pill organizer","pill case","pill container"}'),
  ('{organiser,organizer}'),
  ('{aluminium,aluminum}'),
  ('{watercolour,watercolor}'),
  ('{hoodie,"hooded sweatshirt"}'),
  ('{cot,crib}'),
  ('{pram,stroller,pushchair,buggy}'),
  ('{saucepan,"cooking pot"}'),
  ('{tap,faucet}'),
  ('{"rubbish bin","trash can","waste bin","garbage can"}'),
  ('{"laptop stand","laptop riser"}'),
  ('{weights,dumbbells}'),
  ('{"skipping rope","jump rope"}'),
  ('{"usb stick","flash drive","thumb drive"}'),
  ('{"vacuum cleaner",hoover}'),
  ('{wellies,"rain boots","wellington boots"}'),
  ('{raincoat,"rain jacket",anorak,windbreaker,cagoule}'),
  ('{beanie,"knit hat","woolly hat","knit cap","wool hat"}'),
  ('{spectacles,eyeglasses}'),
  ('{jigsaw,puzzle}'),
  ('{birthday,bday}'),
  ('{christmas,xmas}'),
  ('{rabbit,bunny}'),
  ('{dinnerware,crockery,tableware,dishes}'),
  ('{"dinner plate","dinner dish"}'),
  ('{"hair tie","hair elastic",scrunchie}'),
  ('{armchair,"easy chair"}'),
  ('{"hand cream","hand lotion"}'),
  ('{"lip balm",chapstick}'),
  ('{cushion,"throw pillow",pillow}'),
  ('{"pet bed","dog bed","cat bed"}'),
  ('{"pour over kettle","gooseneck kettle"}'),
  ('{"vitamin c","ascorbic acid"}'),
  ('{"t shirt",tee,"tee shirt"}'),
  ('{cookware,"pots and pans"}'),
  ('{corkscrew,"wine opener"}'),
  ('{"bin bag","trash bag"}'),
  ('{"washing up liquid","dish soap"}'),
  ('{"cling film","plastic wrap"}'),
  ('{"tin opener","can opener"}'),
  ('{"kitchen scale","food scale"}'),
  ('{"hand blender","stick blender","immersion blender"}'),
  ('{"coffee maker","coffee machine"}'),
  ('{"hair dryer","blow dryer"}'),
  ('{shaver,razor}'),
  ('{"sun cream",sunscreen,sunblock,"sun lotion"}'),
  ('{"face wash","facial cleanser"}'),
  ('{deodorant,antiperspirant}'),
  ('{plaster,"adhesive bandage"}'),
  ('{painkiller,"pain reliever"}'),
  ('{"baby wipes","wet wipes"}'),
  ('{pacifier,dummy}'),
  ('{"car seat","child seat"}'),
  ('{tights,pantyhose}'),
  ('{swimsuit,"bathing suit","swimming costume"}'),
  ('{bumbag,"fanny pack","waist pack"}'),
  ('{holdall,"duffel bag","duffle bag"}'),
  ('{suitcase,luggage}'),
  ('{wallet,billfold}'),
  ('{bookcase,bookshelf}'),
  ('{wardrobe,closet,armoire}'),
  ('{"chest of drawers",dresser}'),
  ('{"coffee table","cocktail table"}'),
  ('{quilt,coverlet}'),
  ('{pillowcase,"pillow cover"}'),
  ('{"candle holder",candlestick}'),
  ('{"picture frame","photo frame"}'),
  ('{"adhesive tape","sticky tape",sellotape}'),
  ('{"felt tip","marker pen"}'),
  ('{biro,"ballpoint pen"}'),
  ('{"fountain pen","ink pen"}'),
  ('{speaker,loudspeaker}'),
  ('{monitor,"computer screen"}'),
  ('{"hard drive","hard disk"}'),
  ('{"memory card","sd card"}'),
  ('{tripod,"camera stand"}'),
  ('{lorry,truck}'),
  ('{ladder,"step ladder"}'),
  ('{secateurs,"pruning shears",pruner}'),
  ('{hose,hosepipe,"garden hose"}'),
  ('{barbecue,bbq,grill}'),
  ('{bike,bicycle,cycle}'),
  ('{"bike lock","cycle lock"}'),
  ('{"bike light","cycle light"}'),
  ('{"sleeping pad","camping mat","sleeping mat"}'),
  ('{"water bottle","drinking bottle"}'),
  ('{"gym mat","exercise mat","yoga mat"}'),
  ('{football,"soccer ball"}'),
  ('{crisps,"potato chips"}'),
  ('{cookbook,"recipe book","cookery book"}'),
  ('{"colouring book","coloring book"}'),
  ('{"board game","tabletop game"}'),
  ('{"building blocks","building bricks"}'),
  ('{scooter,"kick scooter"}'),
  ('{harmonica,"mouth organ"}'),
  ('{"omega 3","fish oil"}'),
  ('{pills,tablets,capsules,softgels,caplets}'),
  ('{"wine glass",goblet}'),
  ('{movie,cinema}'),
  ('{makeup,cosmetics}'),
  ('{restaurant,dining}'),
  ('{sunglasses,shades}'),
  ('{watch,wristwatch}'),
  ('{earbuds,earphones}'),
  ('{tote,"tote bag","shopping bag","shoulder bag",handbag,purse}'),
  ('{"head torch",headlamp,headlight}'),
  ('{"cat tree","cat tower","scratching post","cat scratcher"}'),
  ('{"coffee grinder","coffee mill"}'),
  ('{"pepper mill","pepper grinder"}'),
  ('{"salt mill","salt grinder"}'),
  ('{"bedside table",nightstand,"side table","end table"}'),
  ('{"trekking poles","walking poles","hiking poles","hiking sticks","walking sticks"}'),
  ('{"power bank","portable charger","battery pack"}'),
  ('{coat,jacket}'),
  ('{"school bag",backpack}'),
  ('{"desk organizer","pen holder","desk tidy","pencil holder","pen pot","desk caddy"}'),
  ('{sketchbook,"sketch pad","drawing pad"}'),
  ('{crockery,dinnerware,"plate set","dinner set"}'),
  ('{"tool box","tool chest"}'),
  ('{"soft toy","stuffed animal","cuddly toy",teddy,plush,"plush toy",plushie}'),
  ('{"dog leash","dog lead"}'),
  ('{"pet bowl","dog bowl","cat bowl","dog dish"}'),
  ('{"whole leaf tea","loose leaf tea","tea leaves"}'),
  ('{"garden tools","gardening tools","hand tools"}'),
  ('{"drinking glasses","tumbler set","glass set"}'),
  ('{thermos,"vacuum flask","insulated flask"}'),
  ('{"chocolate bar",chocolate}'),
  ('{moisturizer,moisturiser,"moisturizing cream","moisturizing lotion","face cream","facial cream"}'),
  ('{"face serum","facial serum",serum}'),
  ('{"wall clock",clock}'),
  ('{"string lights","fairy lights"}'),
  ('{"door mat","welcome mat"}'),
  ('{"paper towel","kitchen roll"}'),
  ('{"baby carrier","baby sling"}'),
  ('{"swim shorts","swimming trunks"}'),
  ('{slippers,"house shoes"}'),
  ('{"ankle boots","chelsea boots"}'),
  ('{"face mask","facial mask"}'),
  ('{"body wash","shower gel"}'),
  ('{"eye drops",eyewash}'),
  ('{"knee support","knee brace"}'),
  ('{"sleep aid","sleeping pills"}'),
  ('{"cough drops",lozenges}'),
  ('{"hand sanitizer","hand sanitiser"}'),
  ('{"dietary supplement","food supplement"}'),
  ('{"gift set","gift box",hamper}');
