import { CountedTextArea, ErrorSummary, LinkButton, StarField, TextField } from '@kindred/ui';
import { Form } from 'react-router';
import { errorOf, type FormError, summaryOf } from '../../shared/form-errors.ts';
import { SubmitButton } from '../../shared/submit-button.tsx';
import { useFormErrors } from '../../shared/use-form-errors.ts';
import { accountField } from '../account/draft.ts';
import { askForStars, starMeanings, textLength, titleLength } from './review-labels.ts';

interface ReviewFormProps {
  userId: string;
  values: Readonly<Record<string, string>>;
  errors: readonly FormError[] | undefined;
  isNew: boolean;
  backHref: string;
}

export function ReviewForm({ userId, values, errors: fromServer, isNew, backHref }: ReviewFormProps) {
  const { errors, formProps, summaryRef } = useFormErrors(fromServer, checkReview);
  return (
    <Form method="post" {...formProps} className="flex flex-col gap-6">
      <ErrorSummary ref={summaryRef} errors={summaryOf(errors)} />
      <input type="hidden" name={accountField} value={userId} />
      <StarField
        name="rating"
        legend="Stars"
        meanings={starMeanings}
        defaultValue={values.rating ? Number(values.rating) : undefined}
        error={errorOf(errors, 'rating')}
      />
      <TextField
        name="title"
        label="Title"
        isOptional
        maxLength={titleLength}
        defaultValue={values.title ?? ''}
        error={errorOf(errors, 'title')}
      />
      <CountedTextArea
        name="text"
        label="Your review"
        isOptional
        hint="What do you like about it, and what not? Who is it for?"
        rows={8}
        maxLength={textLength}
        defaultValue={values.text ?? ''}
        error={errorOf(errors, 'text')}
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton size="lg">{isNew ? 'Submit review' : 'Save review'}</SubmitButton>
        <LinkButton href={backHref} size="lg" variant="secondary">
          Cancel
        </LinkButton>
      </div>
    </Form>
  );
}

export function checkReview(form: FormData): FormError[] {
  const stars = Number(form.get('rating'));
  return stars >= 1 && stars <= 5 ? [] : [{ name: 'rating', message: askForStars }];
}
