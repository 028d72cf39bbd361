namespace AdaptiveCards;

public enum AdaptiveActionMode { Primary, Secondary }

public enum AdaptiveAssociatedInputs { Auto, None }

public enum AdaptiveChoiceInputStyle { Compact, Expanded, Filtered }

public enum AdaptiveContainerStyle { Normal = 0, Default = 0, Emphasis, Good, Attention, Warning, Accent }

public enum AdaptiveFontType { Default, Monospace }

public enum AdaptiveHeightType { Auto, Stretch, Pixel }

public enum AdaptiveHorizontalAlignment { Left, Center, Right, Stretch }

public enum AdaptiveHorizontalContentAlignment { Left, Center, Right }

public enum AdaptiveImageFillMode { Cover, RepeatHorizontally, RepeatVertically, Repeat }

public enum AdaptiveImageSize { Auto, Stretch, Small, Medium, Large }

public enum AdaptiveImageStyle { Default = 0, Normal = 0, Person }

public enum AdaptiveSpacing { Default, None, Small, Medium, Large, ExtraLarge, Padding }

public enum AdaptiveTextBlockStyle { Paragraph, Heading }

public enum AdaptiveTextColor { Default, Dark, Light, Accent, Good, Warning, Attention }

public enum AdaptiveTextInputStyle { Text, Tel, Url, Email, Password }

public enum AdaptiveTextSize { Default = 0, Normal = 0, Small, Medium, Large, ExtraLarge }

public enum AdaptiveTextWeight { Default = 0, Normal = 0, Lighter, Bolder }

public enum AdaptiveVerticalAlignment { Top, Center, Bottom }

public enum AdaptiveVerticalContentAlignment { Top, Center, Bottom }
