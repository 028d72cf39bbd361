// Turns the page's tokens into what Web Chat and its card renderer want; neither follows the system's light and dark by itself.
const token = name => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const mark = new URL('mark.svg', import.meta.url).href;

export const isPhone = () => matchMedia('(max-width: 720px)').matches;

/** Replaces the renderer's default as a whole, so it names everything that the house's cards use. */
export function hostConfig() {
  const family = token('font');
  const type = { fontSizes: { small: 13, default: 15, medium: 15, large: 18, extraLarge: 18 }, fontWeights: { lighter: 400, default: 400, bolder: 600 } };
  const colors = foreground();
  const style = backgroundColor => ({ backgroundColor, foregroundColors: colors });
  return {
    supportsInteractivity: true,
    fontFamily: family,
    lineHeights: { small: 18, default: 21, medium: 21, large: 24, extraLarge: 24 },
    fontTypes: { default: { fontFamily: family, ...type }, monospace: { fontFamily: token('mono'), ...type } },
    spacing: { small: 6, default: 10, medium: 14, large: 20, extraLarge: 24, padding: 14 },
    separator: { lineThickness: 1, lineColor: token('line') },
    imageSizes: { small: 32, medium: 52, large: 100 },
    textBlock: { headingLevel: 3 },
    // A heading without a size is a section's; a title names its own.
    textStyles: { heading: { size: 'default', weight: 'bolder' } },
    containerStyles: {
      default: style('transparent'), emphasis: style(token('soft')), accent: style(token('accent-soft')),
      good: style(token('good-soft')), warning: style(token('warning-soft')), attention: style(token('attention-soft')),
    },
    factSet: {
      title: { color: 'default', size: 'default', weight: 'bolder', wrap: true, maxWidth: 120 },
      value: { color: 'default', size: 'default', weight: 'default', wrap: true },
      spacing: 16,
    },
    inputs: {
      label: {
        inputSpacing: 'small',
        requiredInputs: { weight: 'bolder', size: 'small', suffix: ' *', suffixColor: 'attention' },
        optionalInputs: { weight: 'bolder', size: 'small' },
      },
      errorMessage: { color: 'attention', size: 'small', spacing: 'small' },
    },
    table: { cellSpacing: 6 },
    actions: {
      maxActions: 6, spacing: 'medium', buttonSpacing: 8, actionsOrientation: 'horizontal', actionAlignment: 'left',
      showCard: { actionMode: 'inline', inlineTopMargin: 14 },
    },
  };
}

function foreground() {
  const color = (normal, subtle = normal) => ({ default: token(normal), subtle: token(subtle) });
  return {
    default: color('text', 'subtle'), dark: color('text', 'subtle'), light: color('panel'), accent: color('brand'),
    good: color('good'), warning: color('warning'), attention: color('attention'),
  };
}

export function styleOptions() {
  const phone = isPhone();
  return {
    primaryFont: token('font'), monospaceFont: token('mono'),
    backgroundColor: 'transparent', accent: token('brand'), subtle: token('subtle'),
    paddingRegular: phone ? 12 : 16, transcriptVisualKeyboardIndicatorWidth: 2, rootHeight: '100%', rootWidth: '100%',
    ...bubbles(), ...sendBox(),
    // A phone has no room for a column of avatars; the empty string still says who spoke to a screen reader.
    botAvatarImage: phone ? undefined : mark, botAvatarInitials: phone ? undefined : 'H', botAvatarBackgroundColor: 'transparent',
    userAvatarInitials: undefined, avatarSize: 32, avatarBorderRadius: 8, showAvatarInGroup: 'status',
    timestampColor: token('subtle'), timestampFormat: 'absolute', groupTimestamp: 300_000,
    hideUploadButton: true, disableFileUpload: true, markdownRespectCRLF: true, autoScrollSnapOnPage: false, hideScrollToEndButton: false,
    cardEmphasisBackgroundColor: token('soft'), cardPushButtonBackgroundColor: token('panel'), cardPushButtonTextColor: token('text'), richCardWrapTitle: true,
    suggestedActionBackgroundColor: token('panel'), suggestedActionBorderColor: token('line'), suggestedActionTextColor: token('brand'),
  };
}

function bubbles() {
  return {
    bubbleBackground: token('panel'), bubbleTextColor: token('text'), bubbleBorderColor: token('line'), bubbleBorderRadius: 12, bubbleBorderWidth: 1,
    bubbleFromUserBackground: token('brand'), bubbleFromUserTextColor: token('on-brand'), bubbleFromUserBorderColor: token('brand'),
    bubbleFromUserBorderRadius: 12, bubbleFromUserBorderWidth: 1,
    bubbleMaxWidth: 560, bubbleMinHeight: 36, bubbleAttachmentMaxWidth: 560, bubbleAttachmentMinWidth: 240, messageActivityWordBreak: 'break-word',
  };
}

function sendBox() {
  return {
    sendBoxBackground: token('panel'), sendBoxTextColor: token('text'), sendBoxPlaceholderColor: token('subtle'), sendBoxHeight: 52,
    sendBoxBorderTop: 'none', sendBoxBorderBottom: 'none', sendBoxButtonShadeColor: 'transparent',
    sendBoxButtonColor: token('brand'), sendBoxButtonColorOnHover: token('text'), sendBoxButtonColorOnFocus: token('brand'), sendBoxButtonColorOnDisabled: token('subtle'),
  };
}
