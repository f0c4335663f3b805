import type { Checkout } from '@kindred/contracts';
import type { Appearance } from '@stripe/stripe-js';

/** Makes Stripe's fields look like the page's. */
export function stripeAppearance(): Appearance {
  const probe = getComputedStyle(document.documentElement);
  // Stripe's frame does not support `light-dark()`, so it receives computed colours.
  const canvas = document.createElement('canvas').getContext('2d');
  const color = (name: string) => {
    const element = document.createElement('span');
    element.style.color = `var(--color-${name})`;
    document.body.append(element);
    const computed = getComputedStyle(element).color;
    element.remove();
    if (!canvas) return computed;
    canvas.fillStyle = computed;
    return String(canvas.fillStyle);
  };
  return {
    theme: 'flat',
    labels: 'above',
    variables: {
      fontFamily: 'Inter, system-ui, sans-serif',
      fontSizeBase: probe.fontSize,
      borderRadius: '8px',
      colorPrimary: color('accent'),
      colorBackground: color('paper'),
      colorText: color('ink'),
      colorTextSecondary: color('ink-muted'),
      colorDanger: color('danger'),
    },
    rules: {
      '.Input': { border: `1px solid ${color('line-strong')}` },
      '.Label': { fontWeight: '500', fontSize: '14px' },
    },
  };
}

/** Stripe needs the billing details that its fields do not ask for. The recipient counts as the payer. */
export function billingDetails({
  email,
  shipping_address: address,
}: Pick<Checkout, 'email' | 'shipping_address'>) {
  return {
    name: address?.full_name ?? '',
    email: email ?? '',
    phone: address?.phone ?? '',
    address: {
      line1: address?.line1 ?? '',
      line2: address?.line2 ?? '',
      city: address?.city ?? '',
      state: address?.region ?? '',
      postal_code: address?.postal_code ?? '',
      country: address?.country ?? '',
    },
  };
}
