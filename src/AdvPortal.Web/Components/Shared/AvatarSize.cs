namespace AdvPortal.Web.Components.Shared;

public enum AvatarSize { Small, Large, ExtraLarge }
