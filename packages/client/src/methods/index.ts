import type { Api } from '../api.ts';
import { accountMethods } from './account.ts';
import { analyticsAdminMethods, analyticsMethods } from './analytics.ts';
import { batchMethods } from './batches.ts';
import { cartMethods } from './cart.ts';
import { catalogMethods } from './catalog.ts';
import { checkoutMethods } from './checkout.ts';
import { feedMethods } from './feed.ts';
import { feedbackMethods } from './feedback.ts';
import { outboxMethods } from './mails.ts';
import { modelAdminMethods } from './models.ts';
import { newsletterMethods } from './newsletter.ts';
import { noticeMethods } from './notices.ts';
import { opsMethods } from './ops.ts';
import { orderAdminMethods, orderMethods } from './orders.ts';
import { recommendationMethods } from './recommendations.ts';
import { reviewAdminMethods, reviewMethods } from './reviews.ts';
import { saleAdminMethods } from './sales.ts';
import { searchAdminMethods, searchMethods } from './search.ts';
import { serviceKeyAdminMethods } from './service-keys.ts';
import { sessionMethods } from './session.ts';
import { shelfRuleAdminMethods } from './shelf-rules.ts';
import { shopAdminMethods, shopMethods } from './shop.ts';
import { standingAdminMethods } from './standing.ts';
import { wishlistMethods } from './wishlist.ts';

/** One file per module of the server. */
export const allMethods = (api: Api) => ({
  ...sessionMethods(api),
  ...shopMethods(api),
  ...catalogMethods(api),
  ...searchMethods(api),
  ...recommendationMethods(api),
  ...feedbackMethods(api),
  ...analyticsMethods(api),
  ...reviewMethods(api),
  ...wishlistMethods(api),
  ...noticeMethods(api),
  ...newsletterMethods(api),
  ...cartMethods(api),
  ...checkoutMethods(api),
  ...orderMethods(api),
  ...accountMethods(api),
  ...opsMethods(api),
  ...feedMethods(api),
  ...batchMethods(api),
  /** Only for administrators. */
  admin: {
    ...orderAdminMethods(api),
    ...reviewAdminMethods(api),
    ...shopAdminMethods(api),
    ...saleAdminMethods(api),
    ...standingAdminMethods(api),
    ...searchAdminMethods(api),
    ...analyticsAdminMethods(api),
    ...serviceKeyAdminMethods(api),
    ...shelfRuleAdminMethods(api),
    ...modelAdminMethods(api),
    ...outboxMethods(api),
  },
});
