using AdvPortal.Domain.Products;

namespace AdvPortal.Domain.Tests.Products;

public sealed class ProductTests
{
    [Fact]
    public void What_people_type_around_a_code_is_no_part_of_it()
    {
        var product = new Product(" VH-M8-30-ZN ", " Vis H M8×30 ", "PCE");
        Assert.Equal(("VH-M8-30-ZN", "Vis H M8×30"), (product.Code, product.Name));

        product.Describe(" Vis H M8×30 zinguée ", "CEN", null, "Inox");
        Assert.Equal(("Vis H M8×30 zinguée", "CEN", "Inox"), (product.Name, product.Unit, product.Family));
    }

    [Fact]
    public void What_is_sold_again_is_replaced_by_nothing()
    {
        var (product, other) = (new Product("VH-M8-30-ZN", "Vis H M8×30", "PCE"), Ids.New<ProductId>());

        product.Discontinue(Given.Monday, other);
        Assert.Equal((Given.Monday, other), (product.DiscontinuedOn, product.ReplacedById));

        product.Discontinue(null, other);
        Assert.Equal((null, null), (product.DiscontinuedOn, product.ReplacedById));
    }
}
